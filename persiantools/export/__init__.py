"""What people read or take away: tables, right-to-left display."""
