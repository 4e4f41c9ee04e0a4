resource "aws_iam_role" "this" {
  name                 = var.name
  path                 = "/proofrail/"
  assume_role_policy   = var.trust
  max_session_duration = 3600 # the shortest that AWS takes here; a workflow asks for 900 seconds
}

resource "aws_iam_role_policy" "this" {
  for_each = var.policies

  name   = each.key
  role   = aws_iam_role.this.id
  policy = each.value
}
