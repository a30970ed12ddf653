"""Words that a briefing declares, known again in a text: those of measures and those of names."""
