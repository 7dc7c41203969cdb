"""Every door: HTTP, the page, the command line.

Only importer of FastAPI; settings are read here; may import every room but evals.
"""
