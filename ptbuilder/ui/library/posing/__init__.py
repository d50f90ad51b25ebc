"""Pose a figure: start and finish beside each other, and a form for every joint, hand, foot and thing."""
