"""The first room: from paths and text to typed documents that know where everything stands."""
