"""The patients: kept, found, opened, looked back on, and their data kept safe."""
