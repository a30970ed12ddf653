"""What `briefing decide` makes of an answer: a fact as it would be proven, and fields typed anew."""
