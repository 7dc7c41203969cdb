"""Facts of a message, by what they are about: work, wants, people, what was done, what is lacking, life."""
