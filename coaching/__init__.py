"""What good coaching is, as pure rules: no model, no clock, no input or output.

Imports pydantic, dateutil and text2num only; everybody may import it.
"""
