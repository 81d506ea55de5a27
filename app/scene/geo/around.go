package geo

// around tells whether a closed ring goes around a place: whether one meets the ring an odd number of times on the way
// from the place to the north pole. It takes the pole to be at sea, as it is, and so needs no care for rings around the
// south pole or across the antimeridian. Between its places the ring is straight in longitude and latitude, like the data.
func around(ring []LonLat, place LonLat) bool {
	odd := false
	for i, b := range ring {
		a := ring[(i+len(ring)-1)%len(ring)]
		// East of the place's meridian or not: decided for each point by itself, so that two steps that meet on the
		// meridian count once.
		from, to := wrap(a.Lon-place.Lon), wrap(b.Lon-place.Lon)
		if (from <= 0) == (to <= 0) || from-to > 180 || to-from > 180 {
			continue
		}
		if a.Lat+(b.Lat-a.Lat)*from/(from-to) > place.Lat {
			odd = !odd
		}
	}
	return odd
}
