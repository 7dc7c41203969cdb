"""The page: server-rendered, plain forms, no script."""
