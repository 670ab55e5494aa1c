"""What readers in danger rest on, fact by fact, and whether it is as somebody looked it over and wrote it down."""
