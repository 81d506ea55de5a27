package export

// tag returns the permanent name of a part of the story as a "tag:" URI (RFC 4151),
// such as tag:bukti.invalid,2024:north-korea-troops/moment/count-doubles.
//
// An entry of a feed keeps its id when the site moves (RFC 4287, section 4.2.6), so
// it can't be made of the site's address, which a build may not even know. RFC 4151
// wants a domain of the namer's. There is none; a domain below .invalid (RFC 2606)
// can never be anybody's, and no other program uses this one. The year only has to
// be one and the same for ever.
func tag(storyID, kind, id string) string {
	name := "tag:bukti.invalid,2024:" + storyID
	if kind != "" {
		name += "/" + kind + "/" + id
	}
	return name
}
