// Only on the hosts where consent is given: there a selected checkbox is blocked until the core has judged it.
block.early();
