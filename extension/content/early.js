// Only on the hosts where consent is given: there a ticked box is held until the core has judged it.
block.early();
