"""The sheet that is handed out: gathered, looked at, fitted to paper, shown, written."""
