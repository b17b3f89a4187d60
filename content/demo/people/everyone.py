"""Gather the demo's creators."""

from content.demo.people.greta import GRETA
from content.demo.people.ines import INES
from content.demo.people.jasper import JASPER
from content.demo.people.maud import MAUD
from content.demo.people.oskar import OSKAR
from content.demo.people.ruth import RUTH
from content.demo.people.samir import SAMIR
from content.demo.people.tobias import TOBIAS

EVERYONE = (INES, TOBIAS, MAUD, JASPER, RUTH, SAMIR, GRETA, OSKAR)
