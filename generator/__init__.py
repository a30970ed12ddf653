"""Seeds in, proven briefing site out: no number stands without its sentence."""
