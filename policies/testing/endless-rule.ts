/**
 * More for a rule whose package has `pass`: it looks for half a million letters and another one among a million of the same letter, one
 * place after the other. Of what needs memory as it goes on the cap of memory would be the end.
 */
export const ENDLESS_RULE = `pass := false if {
	ten := "aaaaaaaaaa"
	thousands := replace(replace(replace(ten, "a", ten), "a", ten), "a", ten)
	million := replace(replace(thousands, "a", ten), "a", ten)
	contains(million, concat("", [substring(million, 0, 500000), "b"]))
}
`;
