"""The guided coach: a deterministic model on the same agent, tools, loop and events as a language model."""
