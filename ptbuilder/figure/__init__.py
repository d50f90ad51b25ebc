"""The figure engine: clinical joint angles, contact, props and a camera in, a line drawing or moving frames out."""
