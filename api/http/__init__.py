"""HTTP: JSON and server-sent events under `/v1`."""
