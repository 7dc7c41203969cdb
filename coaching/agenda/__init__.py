"""The page a person takes to a conversation: drafted from their plan, reviewed, and put into Markdown."""
