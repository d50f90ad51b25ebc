"""The printed page as it will come out, with the choices and checks beside it."""
