"""What `briefing add` makes of one text: a draft of its record, and the files that it writes."""
