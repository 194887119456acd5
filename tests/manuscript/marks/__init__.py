"""Tests of the front door, one file for each kind of foreign mark."""
