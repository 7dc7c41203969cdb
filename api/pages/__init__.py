"""The page: server-rendered, plain forms; the one script only spares a click."""
