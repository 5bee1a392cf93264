"""The one kernel: text to passage. Library, command line and batch all call it."""
