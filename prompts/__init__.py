"""What the model is told and what the guided coach says: strict Jinja2 templates.

May import jinja2 only.
"""
