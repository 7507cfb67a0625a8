"""What fills an empty graph: the bodies, the MoU and the demo network; and generated graphs of any size."""
