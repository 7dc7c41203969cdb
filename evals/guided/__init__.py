"""The guided coach's conversations: played through the real loop, counted by code."""
