"""The closed sets of words that rows hold."""

from typing import Literal

Actor = Literal["person", "coach", "import"]
TurnStatus = Literal["running", "complete", "stopped", "limit", "interrupted", "failed"]
FinalStatus = Literal["complete", "stopped", "limit", "interrupted", "failed"]
ProposalStatus = Literal["pending", "accepted", "rejected"]
