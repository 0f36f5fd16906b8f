"""Pictures drawn on the server as SVG: where things stand in percent or in the units of a view box, never in words."""
