def reached(): return {}
