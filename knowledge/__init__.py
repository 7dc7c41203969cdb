"""What Cairn has read: cards, documents people bring, embedding, index and search.

Only importer of chromadb; may import coaching.
"""
