"""How we know: datasets, tasks, evaluators and reports.

Runs from a checkout, never in the wheel; may import every room but api.
"""
