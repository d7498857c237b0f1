package claims

// Words of the calendar and the clock, for all that looks at them.
var (
	monthNames = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}
	dayNames   = []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
	dayParts   = []string{"morning", "afternoon", "evening", "night"}
)
