from coaching.agenda.words import head


def test_a_long_goal_is_named_by_its_first_half() -> None:
    goal = (
        "write the joint handbook for night and day staff of the four wards "
        "and train every new carer with it in pairs"
    )

    short = head(goal)

    assert goal.startswith(short.rstrip("…").strip()[:20])
    assert len(short.split()) <= 14


def test_a_goal_without_a_joint_is_clipped() -> None:
    assert len(head("rewrite " + "very " * 30 + "old handbook").split()) <= 15
