// All that an idle worker does: it says that it is there.
postMessage("ready");
