variable "name" {
  description = "Name of the trail."
  type        = string
}

variable "trail_bucket" {
  description = "Bucket of the second account that takes the log files."
  type        = string
}

variable "buckets" {
  description = "ARNs of the buckets whose objects' reads and writes are recorded."
  type        = list(string)
}
