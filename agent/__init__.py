"""How a turn runs: coach, deps, loop, events, tools and the guided coach.

May import coaching, prompts, knowledge and store.
"""
