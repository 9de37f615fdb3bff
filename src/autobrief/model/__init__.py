"""Every value that passes between stages: frozen, slotted, plain."""
