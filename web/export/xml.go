package export

import (
	"encoding/xml"
	"fmt"
)

// document writes an XML document. encoding/xml escapes what would end a text,
// "]]>" included, and puts U+FFFD for characters that XML 1.0 cannot contain.
func document(root any) ([]byte, error) {
	out, err := xml.MarshalIndent(root, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("writing XML: %w", err)
	}
	return append([]byte(xml.Header), append(out, '\n')...), nil
}
