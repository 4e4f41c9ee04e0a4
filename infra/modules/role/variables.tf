variable "name" {
  description = "Name of the role under the path /proofrail/."
  type        = string
}

variable "trust" {
  description = "Who may take it, as JSON."
  type        = string
}

variable "policies" {
  description = "What it may do: JSON, by name."
  type        = map(string)
}
