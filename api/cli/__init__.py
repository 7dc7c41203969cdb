"""The command line. Modules import what is heavy only when a command runs."""
