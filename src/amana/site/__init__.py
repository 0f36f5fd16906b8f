"""Where everything is put together: options, settings, addresses, servers."""
