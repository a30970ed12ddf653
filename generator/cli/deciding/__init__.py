"""What `briefing decide` makes of an answer: a fact proven with it, fields typed anew."""
