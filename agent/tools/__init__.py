"""What the coach can do, one module a tool family; owner and date come from the deps.

The modules are independent of one another.
"""
