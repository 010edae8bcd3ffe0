// Defines every part of the page.
import "./boxes.js";
import "./cards.js";
import "./command.js";
import "./guide.js";
import "./log.js";
import "./meters.js";
import "./notices.js";
import "./options.js";
import "./roots.js";
import "./scenario.js";
import "./scenarios.js";
import "./skip.js";
import "./theme.js";
import "./toolbar.js";
