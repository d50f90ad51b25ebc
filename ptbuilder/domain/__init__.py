"""What a therapist would recognise: plain frozen values, standard library only."""
