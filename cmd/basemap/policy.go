package main

import (
	"fmt"

	"bukti/app/scene/geo"
)

// policy is the project's border policy as places and the country that the base map must show them in. Crimea: UN General
// Assembly resolution 68/262; Western Sahara: on the UN's list of non-self-governing territories.
var policy = []struct {
	place   string
	at      geo.LonLat
	country string
}{
	{"Simferopol", geo.LonLat{Lon: 34.10, Lat: 44.95}, "Ukraine"},
	{"Sevastopol", geo.LonLat{Lon: 33.52, Lat: 44.60}, "Ukraine"},
	{"Kerch", geo.LonLat{Lon: 36.47, Lat: 45.36}, "Ukraine"},
	{"Donetsk", geo.LonLat{Lon: 37.80, Lat: 48.00}, "Ukraine"},
	{"Kunashir", geo.LonLat{Lon: 145.86, Lat: 44.04}, "Russia"},
	{"Laayoune", geo.LonLat{Lon: -13.20, Lat: 27.15}, "W. Sahara"},
}

// checkPolicy refuses a source whose borders are not those that the page states.
func checkPolicy(w *geo.World) error {
	for _, p := range policy {
		if got := w.Country(p.at); got != p.country {
			return fmt.Errorf("border policy: the source shows %s in %q, want %q", p.place, got, p.country)
		}
	}
	return nil
}
