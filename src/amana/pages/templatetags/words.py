"""Tags for words, days and numbers in the reader's language."""

from django import template

register = template.Library()
