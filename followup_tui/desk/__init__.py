"""Every change a user can make and every question a screen can ask, in the user's words."""
