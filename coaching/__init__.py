"""What good coaching is, as pure rules: no model, no clock, no input or output.

Imports pydantic and dateutil only; everybody may import it.
"""
