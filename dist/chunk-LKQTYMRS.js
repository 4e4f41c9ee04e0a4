const {createHash:yt}=process.getBuiltinModule("node:crypto");import{$ca as Ne,$cb as Ie,$ce as Be}from"./chunk-verify.js";import{$na as Ae}from"./chunk-verify.js";import{a as _e,b as qe}from"./chunk-7MQJ2MXZ.js";import"./chunk-verify.js";import"./chunk-verify.js";import{$wa as De}from"./chunk-verify.js";import"./chunk-verify.js";import{a as Re}from"./chunk-EE6ROOHZ.js";import{$4a as Se,$4b as Me}from"./chunk-threads.js";import{$ec as xe}from"./chunk-evidence-and-verify-and-threads.js";import{$da as ve}from"./chunk-gate-and-evidence-and-verify-and-threads.js";import{$ma as ye}from"./chunk-gate-and-evidence-and-cli.js";import{$9a as ge}from"./chunk-evidence.js";import{$ea as he}from"./chunk-gate-and-evidence-and-cli.js";import"./chunk-gate-and-evidence-and-cli.js";import{$aa as W}from"./chunk-gate-and-evidence-and-cli.js";import"./chunk-gate-and-evidence-and-cli.js";import"./chunk-gate-and-evidence-and-cli.js";import{$8b as we}from"./chunk-evidence.js";import"./chunk-evidence.js";import"./chunk-evidence-and-verify-and-threads.js";import{$wa as me}from"./chunk-gate-and-evidence.js";import"./chunk-gate-and-evidence.js";import"./chunk-gate-and-evidence.js";import"./chunk-gate-and-evidence.js";import"./chunk-gate-and-evidence-and-cli.js";import{$1b as P}from"./chunk-gate-and-evidence-and-cli.js";import"./chunk-cli-and-verify.js";import"./chunk-cli-and-verify.js";import"./chunk-cli-and-verify.js";import{$7b as $e}from"./chunk-cli-and-verify.js";import"./chunk-of-all.js";import{$6b as fe}from"./chunk-of-all.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import{$5a as be}from"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import{$1c as L}from"./chunk-of-all.js";import{$3a as Te}from"./chunk-verify.js";import{$aa as Pe,$ab as Ee}from"./chunk-verify.js";import"./chunk-verify.js";import{$6c as Oe,$6d as Ce}from"./chunk-verify.js";import"./chunk-verify.js";import"./chunk-verify.js";import{$0a as ke}from"./chunk-cli-and-verify.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-of-all.js";import{$go as ue,$gp as F}from"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import{$0a as T}from"./chunk-of-all.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import{$4a as j,$4e as pe}from"./chunk-of-all.js";import{$ha as de,$hb as ce}from"./chunk-of-all.js";import"./chunk-of-all.js";function K({signedBy:e,byRunKey:r,platform:o}){return{signature:e.length===0?{kind:"unchecked"}:{kind:r?"run":"lasting",keys:e},platform:Jr(o)}}function Jr(e){switch(e.kind){case"none":return{kind:"none"};case"verified":{let{claims:r}=e;return{kind:"verified",repository:r.repository_id,workflow:r.job_workflow_ref,workflowCommit:r.job_workflow_sha,event:r.event_name,runner:r.runner_environment,run:r.run_id,attempt:r.run_attempt}}case"countersigned":{let{claims:r}=e;return{kind:"countersigned",repository:r.repository_id,workflowCommit:r.job_workflow_sha,event:r.event_name,runner:r.runner_environment,run:r.run_id,attempt:r.run_attempt}}case"unverified":case"absent":case"wrong":case"unreadable":return{kind:"unverified",why:Se(e)}}}function w(e){return r=>r.record.kind===e}function b({placed:e,record:r}){return r.kind==="unrecognised"?e.storedAt:Date.parse(r.evidence.event_time)}function A({placed:e,slotDigest:r}){let{stream:o,name:t,digest:n,slot:a,position:s}=e,{signature:l,platform:d}=K(e);return{record:n,key:ue(o,t),stream:o,slot:a,position:s,slotDigest:r,signature:l,platform:d}}function je(e){let{record:r}=e;return r.kind==="unrecognised"?{kind:`not recognised: ${r.predicateType}`,at:b(e),outcome:null,proof:A(e)}:{kind:r.kind,at:b(e),outcome:Xr[r.evidence.outcome],proof:A(e)}}var Xr={pass:"passed",fail:"failed",error:"ended in an error",skipped:"skipped",bypassed:"bypassed",n_a:"nothing was judged"};function Le(e){return e.flatMap(({change:o,evidence:t})=>t.filter(w("change.approval")).flatMap(({record:n})=>n.details.approvals.map(({id:a,roles:s,state:l,at:d,commit:c,counted:p})=>({person:a,roles:s,state:`${Zr[l]}${l==="approved"&&!p?", did not count":""}`,counted:p,at:Date.parse(d),commit:c,change:{title:o.title,anchor:o.anchor}})))).sort((o,t)=>o.at-t.at)}var Zr={approved:"approved",changes_requested:"asked for changes",commented:"commented",dismissed:"dismissed",pending:"not submitted"};function _(e,r){let o=new Map;for(let t of e){let n=r(t),a=o.get(n);a===void 0?o.set(n,[t]):a.push(t)}return o}function Fe(e){let r=new Set(e.filter(w("policy.decision")).flatMap(X)),o=e.flatMap((n,a)=>Qr(n).map(s=>({tie:s,entry:n,index:a}))),t=_(o,({tie:n})=>n);return n=>{let a=eo(n).flatMap(l=>t.get(l)??[]);return[...new Map(a.map(({entry:l,index:d})=>[d,l]))].sort(([l],[d])=>l-d).flatMap(([,l])=>ro(l,n,r)?[l]:[])}}function Qr({placed:e,record:r}){if(r.kind==="unrecognised"||r.kind==="policy.decision")return[e.digest];let o=r.kind==="sbom"?r.details.built_from?.commit:void 0,t=r.kind==="deployment"||r.kind==="change.merged"?r.details.decision:null;return[e.digest,...o===void 0?[]:[o],...t===null?[]:[`of ${t}`],We(r)]}function eo(e){let{placed:r,record:o}=e,{head:t,landed:n}=o.details.subject;return[r.digest,`of ${r.digest}`,...X(e),t,...n===null?[]:[n],We(o)]}var We=({evidence:e})=>`run ${e.run_id} ${e.run_attempt}`,X=({record:e})=>e.evidence.related.filter(({rel:r})=>r==="fact").map(({digest:r})=>r);function ro({placed:e,record:r},o,t){let{placed:n,record:a}=o;if(e.digest===n.digest)return!0;if(r.kind==="unrecognised"||e.stream!==n.stream||r.kind==="policy.decision")return!1;if(t.has(e.digest))return X(o).includes(e.digest);let{head:s,landed:l}=a.details.subject;if(r.kind==="sbom"&&[s,l].includes(r.details.built_from?.commit??""))return a.details.decision==="allow";if((r.kind==="deployment"||r.kind==="change.merged")&&r.details.decision===n.digest)return!0;let{run_id:d,run_attempt:c}=r.evidence;return d!==null&&d===a.evidence.run_id&&c===a.evidence.run_attempt}var Ke={pull_request:"Pull request",merge_group:"Merge group",push:"Push",deployment:"Deployment"};function Ve(e){let r=_(e,oo);return new Map([...r.values()].flatMap(o=>o.map((t,n)=>[t,to(t,n,o.length)])))}function oo({record:e}){let{kind:r,repository:o,number:t,head:n}=e.details.subject;return JSON.stringify([r,o,t??n])}function to({record:e},r,o){let{kind:t,number:n}=e.details.subject,a=n===null?Ke[t]:`${Ke[t]} ${n}`;return o<2?a:`${a}, decision ${r+1} of ${o}`}var O=({sha256:e,length:r})=>`[text ${pe(e).slice(0,12)}, ${r} bytes]`;function ze({environment:e}){if(e===null)return null;let{name:r,approvals:o}=e;return{name:typeof r=="string"?r:O(r),requiredReviewers:e.required_reviewers,preventSelfReview:e.prevent_self_review,adminsBypass:e.admins_bypass,waitMinutes:e.wait_minutes,branches:e.branches,approvals:o.known?L(o.value.map(no)):o,decision:e.decision,deployer:e.deployer,triggeredBy:e.triggered_by}}var no=({id:e,state:r,not_before:o,not_after:t})=>({person:e,state:r,after:Date.parse(o),before:Date.parse(t)});function Ue(e,r){return Object.fromEntries(Object.entries(e).map(([o,t])=>[o,io(t,r)]))}function io(e,r){return typeof e=="string"?r.get(e)??e:typeof e=="boolean"?e?"yes":"no":typeof e!="object"?e:O(e)}function Ye(e){let r=e.find(w("change.approval"));if(r===void 0)return null;let{approvals:o,required:t,threads:n,tickets:a,checks:s}=r.record.details;return{counted:o.filter(({counted:l})=>l).length,asked:{minimum:t.minimum,roles:t.roles},class:t.class,elevated:t.elevated,threads:n,tickets:He(a,l=>l.map(O)),checks:He(s,l=>l.map(({name:d,app_id:c,workflow:p,commit:u,conclusion:h,attempt:x})=>({name:O(d),app:c,workflow:p===null?null:O(p),commit:u,conclusion:h,attempt:x})))}}var He=(e,r)=>e.known?L(r(e.value)):e;function Je(e,r,o){let t=e.filter(w("policy.decision")),n=Ve(t),a=Fe(r);return t.map((s,l)=>{let d=a(s),c=ao(s,{anchor:`change-${l+1}`,title:n.get(s)??""},d,o);return{decided:s,evidence:d,change:c}})}function ao(e,r,o,t){let{details:n,evidence:a}=e.record;return{...r,commit:n.subject.head,base:n.subject.base,decidedAt:b(e),outcome:n.provisional?"provisional":n.decision,cause:n.cause,error:n.error===null?null:n.error.code,facts:a.facts,answers:{total:n.answers.total,areKept:n.answers.document!==null},rules:n.rules.map(s=>lo(s,e,t)).sort(so),review:Ye(o),environment:ze(n),evidence:o.map(je),retentionYears:n.configuration.retention_years,policy:n.policy.sha256,input:n.input.sha256}}var Ge=["fail","unknown","waived","pass","not_applicable"],so=(e,r)=>Ge.indexOf(e.status)-Ge.indexOf(r.status);function lo(e,{record:r},o){let{id:t,status:n,mode:a,exception:s,controls:l,reasons:d}=e,c=new Map(r.details.people.map(u=>[u.label,co(u.id)])),p=r.details.waivers.find(u=>u.exception===s&&u.rule===t);return{id:t,title:o.rules.find(u=>u.id===t)?.title??"a rule of an older or newer policy",status:n,mode:a,controls:l,reasons:d.map(({code:u,params:h})=>ye(o,t,{code:u,params:Ue(h,c)})),exception:s===null||p===void 0?s:`${s}, ${T(p.days_left,"day")} left`}}var co=e=>e.replace(/^person:([0-9a-f]{12})[0-9a-f]*$/,"person $1");function Xe(e,r){let o=e.flatMap(n=>n.rules.flatMap(a=>a.controls.map(s=>({id:s,rule:a}))));return[...new Set(o.map(({id:n})=>n))].filter(n=>r===null||n===r).sort(mo).map(n=>{let a=o.filter(l=>l.id===n).map(({rule:l})=>l),s=l=>a.filter(d=>d.status===l).length;return{control:n,title:W(n)?.title??null,rules:[...new Set(a.map(l=>l.id))].sort(),passed:s("pass"),failed:s("fail"),waived:s("waived"),unknown:s("unknown"),notApplicable:s("not_applicable")}})}var po=new Intl.Collator("en",{numeric:!0}),mo=(e,r)=>po.compare(e,r);function Ze(e,r){let o=new Map([...r].reverse().map(({decided:n,change:a})=>[n.placed.digest,a.anchor]));return e.flatMap(n=>w("change.merged")(n)?[uo(n,o)]:w("change.bypass")(n)?[fo(n)]:[]).sort((n,a)=>n.at-a.at).map((n,a)=>({...n,anchor:`landing-${a+1}`}))}function uo(e,r){let{commit:o,method:t,pull_request:n,decision:a,pushed_by:s}=e.record.details;return{...Qe(e),commit:o,state:"merged",how:go[t],pullRequest:n,change:r.get(a)??null,exception:null,pushedBy:s}}function fo(e){let{commit:r,state:o,reason:t,exception:n,pull_request:a,pushed_by:s}=e.record.details;return{...Qe(e),commit:r,state:o,how:Z(t),pullRequest:a,change:null,exception:n,pushedBy:s}}var Qe=e=>({at:b(e),facts:e.record.evidence.facts,proof:A(e)}),go={"squash-or-rebase":"squashed or rebased, one commit",rebase:"rebased",merge:"merge commit","merge-group":"merge queue"},Z=e=>ho.get(e)??`${e}, a reason of another version`,ho=new Map(Object.entries({..._e,...qe}));function er(e,r){let o=new Map([...r].reverse().map(({proof:t,anchor:n})=>[t.record,n]));return e.filter(w("change.bypass")).map(t=>yo(t,o.get(t.placed.digest)??null))}function yo(e,r){let{evidence:o,details:t}=e.record,{commit:n,reason:a,state:s,exception:l,pull_request:d,pushed_by:c}=t,p=d===null?`Commit ${n.slice(0,12)}`:`Pull request ${d}`;return{kind:s==="excepted"?"exception-used":"bypass",title:s==="excepted"?`${l} covers a bypass: ${p}`:`${p} ${vo[s]}`,details:[`${a}: ${Z(a)}`,`commit ${n}, tree ${t.tree}`,...t.expected_tree===null?[]:[`expected tree ${t.expected_tree}`],...c===null?[]:[`pushed by ${c}`]],at:b(e),controls:o.control_refs.map(u=>u.slice(u.indexOf("/")+1)),anchor:r}}var vo={bypass:"reached a protected branch past the gate",unverified:"could not be verified after it landed"};function rr(e,r,o){let t=wo(r);return e.filter(w("run.intent")).flatMap(n=>bo(n,t,o))}function bo(e,r,o){let{run:t,attempt:n,head:a,expected_kinds:s,deadline:l}=e.record.details;if(Date.parse(l)>o)return[];let d=r.get(or(t,n)),c=Me(s).filter(p=>d?.has(p)!==!0);return c.length===0?[]:[{kind:"missing-result",title:`Run ${t}, attempt ${n}, announced what it never wrote`,details:[`missing: ${c.join(", ")}`,`commit ${a}`],at:b(e),controls:[],anchor:null}]}function wo(e){let r=new Map;for(let{record:o}of e){if(o.kind==="unrecognised"||o.evidence.run_id===null)continue;let t=or(o.evidence.run_id,o.evidence.run_attempt);r.set(t,(r.get(t)??new Set).add(o.kind))}return r}var or=(e,r)=>`${e} ${r}`;function tr(e){let r=e.filter(({platform:{kind:t}})=>t!=="verified"&&t!=="countersigned");if(r.length===0||r.length===e.length)return[];let o=r.reduce((t,{records:n})=>t+n,0);return[{kind:"unsigned-by-platform",title:`${o} ${o===1?"record is":"records are"} unsigned by the platform, beside others that it vouches for`,details:r.map(({platform:t,records:n})=>`${n}: ${t.kind==="unverified"?t.why:ko}`),at:null,controls:[],anchor:"writers"}]}var ko="the record says itself that no platform vouches for it";var $o=["verification","bypass","error","denied","deployment","exception-expired","missing-result","exception-used","warned","unsigned-by-platform","unrecognised","facts-given"];function nr({verification:e,changes:r,landings:o,writers:t,shown:n,all:a,until:s}){let{shown:l,more:d}=Ae(e.findings.filter(Ro)),c=[...l.map(xo),...d.map(So),...er(n,o),...r.flatMap(Mo),...n.filter(w("deployment")).flatMap(Po),...rr(n,a,s),...tr(t),...Oo(n),...Co(n)],p=u=>$o.indexOf(u.kind);return c.sort((u,h)=>p(u)-p(h)||(u.at??1/0)-(h.at??1/0))}var Ro=({kind:e})=>e!=="pending"&&e!=="duplicate"&&e!=="unanswered";function xo(e){let{kind:r,key:o,detail:t,acknowledged:n}=e;return{kind:"verification",title:`${r}: ${De(e)}`,details:[t,o,...n===null?[]:[`acknowledged: ${n.reason}`]],at:null,controls:[],anchor:null}}var So=({kind:e,code:r,count:o})=>({kind:"verification",title:`${e}: ${o} more of ${r}`,details:['"proofrail verify --json" lists every one'],at:null,controls:[],anchor:null,standsFor:o});function Mo({change:e,decided:r}){let o={at:e.decidedAt,anchor:e.anchor},t=e.rules.filter(({status:l})=>P(l)),n=t.filter(({mode:l})=>l==="enforce"),a=t.filter(({mode:l})=>l!=="enforce"),s=e.rules.filter(({id:l,status:d})=>l==="exceptions.validity"&&d==="fail");return[...e.outcome==="deny"?[{...o,kind:e.cause==="error"?"error":"denied",title:e.title,...Q(n,e.error)}]:[],...s.length===0?[]:[{...o,kind:"exception-expired",title:`${e.title}: an exception did not hold`,...Q(s)}],...a.length===0?[]:[{...o,kind:"warned",title:`${e.title}: failed, and did not stand in the way`,...Q(a)}],...r.record.details.waivers.map(({exception:l,rule:d,days_left:c})=>({...o,kind:"exception-used",title:`${l} waives ${d}`,details:[`used for ${e.title}; ${c} ${c===1?"day was":"days were"} left`],controls:e.rules.find(({id:p})=>p===d)?.controls??[]}))]}function Q(e,r=null){return{details:[...r===null?[]:[r],...e.flatMap(({id:o,status:t,reasons:n})=>(n.length===0?[t]:n).map(a=>`${o}: ${a}`))],controls:[...new Set(e.flatMap(({controls:o})=>o))]}}function Po(e){let{environment:r,digest:o,status:t}=e.record.details;return t!=="refused"&&t!=="failed"&&t!=="cancelled"?[]:[{kind:t==="refused"?"denied":"deployment",title:`Deployment to ${r} ${t}`,details:[o],at:b(e),controls:[],anchor:null}]}function Oo(e){let r=e.filter(w("unrecognised"));if(r.length===0)return[];let o=[...new Set(r.map(({record:n})=>n.predicateType))];return[{kind:"unrecognised",title:`${r.length} ${r.length===1?"record":"records"} of a kind that this version cannot read`,details:o,at:null,controls:[],anchor:null}]}function Co(e){let r=e.filter(({record:t})=>t.kind!=="unrecognised"&&t.evidence.facts==="given").length;return r===0?[]:[{kind:"facts-given",title:`${r} ${r===1?"record rests":"records rest"} on facts that were handed over in a file`,details:["facts given, not read: nobody asked the platform itself whether they are true"],at:null,controls:[],anchor:null}]}var Eo="artifact",Do={cyclonedx:"CycloneDX",spdx:"SPDX"};function ir(e,r){let o=_(e.filter(w("sbom")),({record:s})=>s.details.artifact),t=e.filter(w("deployment")).sort((s,l)=>b(s)-b(l)),n=_(t,({record:s})=>s.details.digest),a=Ao(r);return[...new Set([...o.keys(),...n.keys()])].map((s,l)=>{let d=o.get(s)??[],c=n.get(s)??[],p=[...d,...c].flatMap(({record:u})=>u.subject.flatMap(({name:h})=>h===void 0||h===Eo?[]:[h]));return{anchor:`image-${l+1}`,digest:s,names:[...new Set(p)],sboms:d.map(u=>{let{format:h,format_version:x,component_count:D,document:q}=u.record.details;return{format:`${Do[h]} ${x}`,components:D,document:q,at:b(u),proof:A(u)}}),commits:To(d,a),deployments:c.map(u=>{let{environment:h,status:x}=u.record.details;return{environment:h,outcome:x,at:b(u),proof:A(u)}})}})}function To(e,r){return[...new Map(e.flatMap(({record:t})=>t.details.built_from===null?[]:[[t.details.built_from.commit,t.details.built_from.claimed_by]]))].map(([t,n])=>({commit:t,saidBy:`claimed by ${n}`,change:r.get(t)??null}))}function Ao(e){return new Map(e.flatMap(({change:r,decided:o})=>{let{head:t,landed:n}=o.record.details.subject;return r.outcome!=="allow"?[]:[t,n].flatMap(a=>a===null?[]:[[a,r.anchor]])}))}function lr(e){let r=new Map;for(let o of e){let{signature:t,platform:n}=K(o.placed),a={platform:qo(n),signature:t.kind},s=JSON.stringify(a),l=r.get(s)??{...a,runs:[],records:0},d=No(o,n);d!==null&&!l.runs.includes(d)&&l.runs.push(d),l.records+=1,r.set(s,l)}return[...r.values()].sort((o,t)=>ar(o)-ar(t)||t.records-o.records)}var _o=["verified","countersigned","unverified","none"],ar=({platform:e})=>_o.indexOf(e.kind);function qo(e){if(e.kind==="countersigned"){let{kind:l,repository:d,workflowCommit:c,event:p,runner:u}=e;return{kind:l,repository:d,workflowCommit:c,event:p,runner:u}}if(e.kind!=="verified")return e;let{kind:r,repository:o,workflow:t,workflowCommit:n,event:a,runner:s}=e;return{kind:r,repository:o,workflow:t,workflowCommit:n,event:a,runner:s}}function No({record:e},r){return r.kind==="verified"||r.kind==="countersigned"?sr(r):e.kind==="unrecognised"||e.evidence.run_id===null?null:sr({run:e.evidence.run_id,attempt:String(e.evidence.run_attempt??1)})}var sr=({run:e,attempt:r})=>r==="1"?e:`${e}, attempt ${r}`;function pr(e,r,o,{control:t,stream:n,from:a,to:s}={},l={locked:null,again:[]}){let d=e.filter(v=>b(v)>=(a??-1/0)&&b(v)<(s??1/0)),c=Je(d,e,o),p=t===void 0?c:c.flatMap(v=>Io(v,t)),u=new Set(p.flatMap(({evidence:v})=>v.map(({placed:B})=>B.digest))),h=t===void 0?d:d.filter(v=>Bo(v,t,u)),x=h.map(b),D=Le(p),q=Ze(h,p),J=lr(h),Hr={ledger:r.ledger,assurance:r.assurance,streams:r.streams.map(({stream:v})=>v),control:t??null,stream:n??null,asked:{from:a??null,to:s??null},covered:x.length===0?null:{from:x.reduce(jo),to:x.reduce(cr)},recordsShown:h.length,recordsInLedger:e.length,facts:{read:dr(h,"read"),given:dr(h,"given")},notRetained:[...new Set(h.flatMap(({record:v})=>ge(v)??[]))],vouchedFor:J.reduce((v,{platform:B,records:Gr})=>v+(B.kind==="verified"||B.kind==="countersigned"?Gr:0),0)},Yr=Math.min(s??1/0,e.map(b).reduce(cr,0));return{scope:Hr,verification:{...Wo(r),...l},deviations:nr({verification:r,changes:p,landings:q,writers:J,shown:h,all:e,until:Yr}),changes:p.map(({change:v})=>v),landings:q,images:ir(h,p),approvals:D,coverage:Xe(p.map(({change:v})=>v),t??null),writers:J,people:new Set(D.filter(({counted:v})=>v).map(({person:v})=>v)).size}}function Io(e,r){let o=e.change.rules.filter(({controls:t})=>t.includes(r));return o.length===0&&e.change.cause==="rules"?[]:[{...e,change:{...e.change,rules:o}}]}function Bo({placed:e,record:r},o,t){return t.has(e.digest)?!0:r.kind!=="unrecognised"&&r.evidence.control_refs.some(n=>n.endsWith(`/${o}`))}var dr=(e,r)=>e.filter(({record:o})=>o.kind!=="unrecognised"&&o.evidence.facts===r).length,jo=(e,r)=>Math.min(e,r),cr=(e,r)=>Math.max(e,r),Lo={allow:"verified",deny:"tampered",invalid:"nothing-checked",unavailable:"unavailable",tampered:"tampered"};function Fo({outcome:e,trust:r,findings:o}){return e==="allow"&&r.kind==="none"?"consistent":e==="tampered"&&Ne(o)?"short":Lo[e]}function Wo(e){let{trust:r,receipts:o,order:t,streams:n}=e;return{outcome:Fo(e),trusted:r.kind!=="none",receipts:o,trust:xe(r),order:t,streams:n.map(a=>({stream:a.stream,slots:a.slots,records:a.verified+a.consistent,newest:a.newest===null?null:Date.parse(a.newest),states:be.filter(s=>a[s]>0).map(s=>`${a[s]} ${s}`)}))}}var N=e=>e.reduce((r,{standsFor:o=1})=>r+o,0);function mr(e){return e.replace(Ko,r=>Vo[r]??`\\u{${(r.codePointAt(0)??0).toString(16)}}`)}var Ko=/[&<>"'`]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,Vo={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;","`":"&#96;"};var C=class{text;constructor(r){this.text=r}};function i(e,...r){return new C(e.reduce((o,t,n)=>o+ur(r[n-1]??null)+t))}function ur(e){return e===null?"":e instanceof C?e.text:typeof e=="object"?e.map(ur).join(""):mr(String(e))}var k=e=>i`<code class="whole">${e}</code>`;function $(e){let r=e.slice(e.indexOf(":")+1);return r.length<=12?i`<code>${r}</code>`:i`<code title="${e}">${r.slice(0,12)}</code>`}var E=e=>e.startsWith("person:")?$(e):i`<code>${e}</code>`;function S(e,r,o){return i`<table role="table">
    <caption>
      ${e}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${r.map(t=>i`<th role="columnheader" scope="col" ${ee(t)}>${t.head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${o.map(t=>i`<tr role="row">
            ${r.map(n=>zo(n,t))}
          </tr> `)}
    </tbody>
  </table>`}function zo(e,r){let o=e.head,t=i`<span class="value">${e.cell(r)}</span>`;return e.names===!0?i`<th role="rowheader" scope="row" data-label="${o}" ${ee(e)}>${t}</th>`:i`<td role="cell" data-label="${o}" ${ee(e)}>${t}</td>`}var ee=e=>e.numeric===!0?i` class="number"`:null;function y(e){return i`<time datetime="${new Date(e).toISOString()}">${ve(e)}</time>`}function R({id:e,title:r,lead:o,body:t}){return i`<section id="${e}" aria-labelledby="${e}-title">
    <h2 id="${e}-title">${r}</h2>
    <p class="lead">${o}</p>
    ${t}
  </section> `}function fr({approvals:e}){return R({id:"approvals",title:"Approvals",lead:e.length===0?"No approval is among the records shown.":'People appear under keyed pseudonyms: the same one is the same person within this ledger. Names are resolved outside it, for sampled rows only: "proofrail person show" takes what stands here.',body:e.length===0?null:S("Approvals, in order of time",Uo,e)})}var Uo=[{head:"Person",names:!0,cell:e=>E(e.person)},{head:"Roles then",cell:e=>e.roles.length===0?"none":e.roles.join(", ")},{head:"Review",cell:e=>e.state},{head:"Time",cell:e=>y(e.at)},{head:"On commit",cell:e=>e.commit===null?"not stated":$(e.commit)},{head:"Change",cell:e=>e.change.anchor===null?e.change.title:i`<a href="#${e.change.anchor}">${e.change.title}</a>`}];function f(e,r,o=`${r}s`){return`${e===0?"no":e.toLocaleString("en-GB")} ${e===1?r:o}`}var m=(e,r)=>i`<div>
    <dt>${e}</dt>
    <dd>${r}</dd>
  </div>`;var M=(e,r)=>e.known?r(e.value):i`<span class="absent">not known: ${Ho[e.why]}</span>`,Ho={absent:"there was nothing to read",forbidden:"the token was not allowed to read it",truncated:"the platform did not give all of it",moved:"it changed while it was read",producer:"it is not known who made it",pending:"it had not come yet",stale:"it was about something older",unusable:"what was read could not be used"};function gr(e){let{name:r,approvals:o}=e;return i`<details>
    <summary>Environment: ${r}</summary>
    <dl class="facts">
      ${m("Reviewers",M(e.requiredReviewers,t=>`${f(t,"reviewer")} required`))}
      ${m("Self-review",M(e.preventSelfReview,t=>t?"prevented":"possible"))}
      ${m("Admins",M(e.adminsBypass,t=>t?"can bypass the protection":"cannot bypass the protection"))}
      ${m("Waiting",M(e.waitMinutes,t=>f(t,"minute")))}
      ${m("Branches",M(e.branches,t=>Yo[t]??t))}
      ${m("Gate before",M(e.decision,({conclusion:t,commit:n,run:a})=>i`${t} on ${$(n)}, run ${a}`))}
      ${m("Deployer",M(e.deployer,E))}
      ${m("Started by",M(e.triggeredBy,E))}
      ${m("Approvals",M(o,Go))}
    </dl>
  </details>`}var Yo={protected:"protected branches only",custom:"branches by a list of its own",all:"every branch may deploy"},Go=e=>e.length===0?i`<span class="absent">none</span>`:e.map(({person:r,state:o,after:t,before:n})=>i`<p>
            ${E(r)} ${o}, between ${y(t)} and ${y(n)}
            <span class="quiet">derived: the platform gives no time</span>
          </p>`);var Jo={good:"\u2713",bad:"\u2715",caution:"\u25B2",quiet:"\u2013"};function g(e,r){return i`<span class="mark ${e}"><span class="shape" aria-hidden="true">${Jo[e]}</span>${r}</span>`}function V({outcome:e,cause:r}){switch(e){case"allow":return g("good","Allowed");case"provisional":return g("caution","Provisional");case"deny":return g("bad",r==="error"?"Denied: the engine failed":"Denied")}}function hr(e){let r=e.map((o,t)=>({change:o,number:t+1}));return S(`Population: ${f(e.length,"decision")}, oldest first`,Xo,r)}var Xo=[{head:"No.",numeric:!0,cell:({number:e})=>e},{head:"Decided",cell:({change:e})=>y(e.decidedAt)},{head:"Change",names:!0,cell:({change:e})=>i`<a href="#${e.anchor}">${e.title}</a>`},{head:"Commit",cell:({change:e})=>$(e.commit)},{head:"Outcome",cell:({change:e})=>V(e)},{head:"Rules broken",numeric:!0,cell:({change:e})=>Zo(e)}],Zo=({rules:e})=>e.filter(({status:r})=>P(r)).length;var re="unsigned by the platform";function yr(e){switch(e.kind){case"verified":return i`repository ${e.repository}, run ${e.run}, attempt ${e.attempt}, ${e.event}, ${e.runner}<br />${k(e.workflow)}`;case"countersigned":return i`repository ${e.repository}, run ${e.run}, attempt ${e.attempt}, ${e.event}, ${e.runner}<br /><span
          class="quiet"
          >the token is erased, countersigned by the sealer</span
        >`;case"unverified":return oe(e.why);case"none":return i`<span class="absent">${re}: the record says so itself</span>`}}var oe=e=>i`${g("caution","not proven")} there is a receipt, and nothing proves it: <code>${e}</code>`;var Qo=new C(`
`);function I(e){let{record:r,stream:o,slot:t,position:n}=e;return i`<dl class="proof">
    ${m("Record",k(r))}${m("Place",`stream ${o}, slot ${t}, position ${n}`)}${kr([e])}
  </dl>`}var wr=e=>i`<dl class="proof">${kr(e)}</dl>`,kr=e=>[m("Signed by",vr(e,({signature:r})=>et(r))),m("Platform",vr(e,({platform:r})=>yr(r))),m("By hand",rt(e))];function vr(e,r){let o=new Map;for(let n of e){let a=r(n),s=o.get(a.text)??{said:a,records:[]};o.set(a.text,s),s.records.push(i`${$(n.record)} `)}let t=[...o.values()];return t.length===1?t.map(({said:n})=>n):t.map(({said:n,records:a})=>i`<p>${a}<br />${n}</p>`)}function et(e){if(e.kind==="unchecked")return i`<span class="absent">not checked: no trust file</span>`;let r=e.keys.map(o=>k(o));return e.kind==="run"?i`${r} <span class="quiet">a key that lived for one run</span>`:i`${r}`}function rt(e){let r=e.flatMap(({stream:n,slot:a,slotDigest:s})=>s===null?[]:[br(s,F(n,a))]),t=["sha256sum --check <<'END'",...new Set([...e.map(({record:n,key:a})=>br(n,a)),...r]),"END"].flatMap(n=>[n,Qo]);return i`<pre><code>${t.slice(0,-1)}</code></pre>`}var br=(e,r)=>`${e.slice(e.indexOf(":")+1)}  ${r}`;function $r(e){let{threads:r,tickets:o,checks:t}=e,n=r.known&&r.value.resolved<r.value.total;return i`<details${n?" open":""}>
    <summary>Review: ${ot(e)}</summary>
    <dl class="facts">
      ${m("Asked",`${Rr(e.asked)}; ${f(e.counted,"approval")} counted`)}
      ${m("Class",tt(e))}
      ${m("Threads",M(r,nt))}
      ${m("Tickets",M(o,it))}
      ${t.known&&t.value.length>0?null:m("Checks",M(t,()=>"none reported"))}
    </dl>
    ${t.known&&t.value.length>0?S("Checks of this change, and who made each",at,t.value):null}
  </details>`}function ot({counted:e,threads:r,tickets:o}){return[f(e,"approval"),r.known?`${r.value.resolved} of ${f(r.value.total,"thread")} resolved`:"threads not known",o.known?f(o.value.length,"ticket"):"tickets not known"].join(", ")}var Rr=({minimum:e,roles:r})=>`${f(e,"approval")}${r.length===0?"":`, of which one each from ${r.join(", ")}`}`;function tt({class:e,elevated:r}){if(e==="ordinary")return"ordinary: it leaves the gate itself alone";let o=r===null?"the registry asks for no more than of any change":`needs ${Rr(r)}`;return e==="elevated"?i`${g("caution","elevated")} it touches the gate itself; ${o}`:i`${g("bad","unknown")} nobody read all its files; ${o}`}function nt({total:e,resolved:r,security:o}){let t=o===0?"":`; ${o} marked security`;return e===0?"none":`${f(e,"thread")}, ${r} resolved${t}`}var it=e=>e.length===0?i`<span class="absent">none linked</span>`:e.map(r=>i`<code class="rule">${r}</code>`),at=[{head:"Check",names:!0,cell:e=>i`<code>${e.name}</code>`},{head:"Ended in",cell:e=>e.conclusion.replaceAll("_"," ")},{head:"Made by",cell:e=>i`app
      ${e.app}${e.workflow===null?i`<br /><span class="quiet">no workflow</span>`:i`<br /><code>${e.workflow}</code>`}`},{head:"On commit",cell:e=>$(e.commit)},{head:"Attempt",numeric:!0,cell:e=>e.attempt}];function Sr(e){let r=e.filter(xr),o=e.filter(t=>!xr(t));return r.length===0?Mr(o):i`${S("Rules that failed, were unknown, were waived or give a reason",pt,r)}${o.length===0?null:st(o)}`}var st=e=>i`<details>
    <summary>The others: ${te(e)}</summary>
    ${Mr(e)}
  </details>`,xr=({status:e,reasons:r,exception:o})=>P(e)||e==="waived"||r.length>0||o!==null,Mr=e=>i`<ul class="rules">
    ${e.map(r=>i`<li>
          <span>${Pr(r)}</span> <code>${r.id}</code> <span class="quiet">${r.title}</span>
          <span class="quiet">${Or(r)}</span>
        </li>`)}
  </ul>`;function te(e){let r=t=>e.filter(n=>n.status===t).length,o=lt.filter(t=>r(t)>0);return o.length===0?"no rule answered":o.map(t=>`${r(t)} ${ne[t][1]}`).join(", ")}var ne={fail:["bad","failed"],unknown:["bad","unknown"],waived:["caution","waived"],pass:["good","passed"],not_applicable:["quiet","not applicable"]},lt=Object.keys(ne);function Pr(e){let[r,o]=ne[e.status];return i`${g(r,o)}${e.mode==="enforce"?null:i` <span class="mode">${e.mode} only</span>`}`}var dt=e=>i`<span><code>${e.id}</code><br /><span class="quiet">${e.title}</span></span>`,Or=({controls:e})=>e.length===0?"none":e.join(", ");function ct({reasons:e,exception:r}){let o=r===null?e:[...e,`exception ${r}`];return o.length===0?i`<span class="quiet">no reason recorded</span>`:o.map(t=>i`<span class="reason">${t}</span>`)}var pt=[{head:"Rule",names:!0,cell:dt},{head:"Answer",cell:Pr},{head:"Why",cell:ct},{head:"Controls",cell:Or}];function Cr({changes:e}){return R({id:"changes",title:"Changes",lead:e.length===0?"No decision about a change is among the records shown.":"Every decision in the order in which it was made: first as one list to draw a sample from, then each with what the rules answered, the records it rests on, and how to check it by hand.",body:e.length===0?null:[hr(e),...e.map(mt)]})}function mt(e){let r=e.rules.filter(({status:o})=>P(o)).length;return i`<article id="${e.anchor}" class="change">
<header>
<p class="kicker">${V(e)} <span>${y(e.decidedAt)}</span></p>
<h3>${e.title}</h3>
<p class="commit">Commit ${k(e.commit)}</p>
<p class="given">${e.facts==="given"?g("caution","facts given, not read"):ut(e)}</p>
${e.outcome==="provisional"?i`<p class="commit">Only reviews were missing. It let the change into the merge queue and satisfies nothing: the queue judged it again.</p>`:null}
${e.error===null?null:i`<p class="error">${e.error}</p>`}
</header>
<details${r>0?" open":""}><summary>Decision: ${te(e.rules)}</summary>
${Sr(e.rules)}
<dl class="proof">
${ie("Policy",e.policy)}${ie("Input",e.input)}${ie("To be kept",e.retentionYears===null?null:f(e.retentionYears,"year"))}
</dl></details>
${e.review===null?null:$r(e.review)}
${e.environment===null?null:gr(e.environment)}
<details><summary>Evidence: ${f(e.evidence.length,"record")}, and how to check them by hand</summary>
${S("Records of this change",ft,e.evidence)}
<p class="note">The command runs in the folder of the ledger. It prints <code>OK</code> for each record and slot whose bytes are what was sealed.</p>
${wr(e.evidence.map(({proof:o})=>o))}</details>
</article>
`}function ut({answers:{total:e,areKept:r}}){let o=g("quiet","facts read live by the run");if(e===0)return o;let t=r?"kept outside of the ledger":"on record by digest";return i`${o} <span class="quiet">from ${f(e,"answer")} ${t}</span>`}var ie=(e,r)=>r===null?null:m(e,r.startsWith("sha256:")?k(r):r),ft=[{head:"Kind",names:!0,cell:e=>i`<code>${e.kind}</code>`},{head:"Outcome",cell:e=>e.outcome??"not stated"},{head:"Time",cell:e=>y(e.at)},{head:"Slot",numeric:!0,cell:e=>e.proof.slot},{head:"Position",numeric:!0,cell:e=>e.proof.position},{head:"Digest",cell:e=>$(e.proof.record)}];var gt=/^[\w%+,./:=@-]+$/,ae=e=>gt.test(e)?e:`'${e.replaceAll("'",String.raw`'\''`)}'`;var z=e=>e%864e5===0?Er(e):null,U=e=>e%864e5===0?Er(e-864e5):null,Er=e=>new Date(e).toISOString().slice(0,10);function Tr({scope:e,verification:r}){return R({id:"checking",title:"Checking this page",lead:"Whoever can change this file can change what it says. It holds no script and asks no server; the ledger it names is what proves it.",body:i`<ol class="steps">
      <li>
        Verify the ledger again, with a trust file and a receipt that you were given another way:
        <pre><code>proofrail verify --ledger ${ae(e.ledger)} --trust trust.json --receipt receipt.json</code></pre>
      </li>
      <li>
        Make this page again, with the same trust file, receipts and options. The same records give the same bytes:
        <pre><code>${ht(e,r)}</code></pre>
      </li>
      <li>
        <code>[text 7ceeb2f614c0, 10 bytes]</code> stands for a text of outsiders, which the ledger never keeps: the first digits
        of its SHA-256, and its length. Whoever has the text can compare.
      </li>
      <li>Check single records with <code>sha256sum</code> alone: the command stands under <em>Evidence</em> of each change.</li>
    </ol>`})}function ht({ledger:e,stream:r,control:o,asked:t},{trusted:n,receipts:a,again:s}){return["proofrail","report",...[["--ledger",e],...n?[["--trust","trust.json"]]:[],...Array.from({length:a},(d,c)=>["--receipt",a===1?"receipt.json":`receipt-${c+1}.json`]),...s,...r===null?[]:[["--stream",r]],...o===null?[]:[["--control",o]],...t.from===null?[]:[["--from",z(t.from)??Dr(t.from)]],...t.to===null?[]:[["--to",U(t.to)??Dr(t.to)]],["--out","again.html"]].flat().map(ae)].join(" ")}var Dr=e=>new Date(e).toISOString();function Ar(e){return`default-src 'none'; style-src 'sha256-${yt("sha256").update(e).digest("base64")}'; img-src data:; base-uri 'none'; form-action 'none'`}function _r({coverage:e}){return R({id:"coverage",title:"Coverage by control",lead:e.length===0?"No rule answered for any control in the records shown.":"How often a rule answered for each control. A control that is not listed has no evidence here; a row without a failure supports its control, and no more than that.",body:e.length===0?null:S("Answers of rules, by control",vt,e)})}var vt=[{head:"Control",names:!0,cell:e=>i`<strong>${e.control}</strong>${e.title===null?null:i`<br /><span class="quiet">${e.title}</span>`}`},{head:"Rules",cell:e=>e.rules.map(r=>i`<code class="rule">${r}</code>`)},{head:"Passed",numeric:!0,cell:e=>e.passed},{head:"Failed",numeric:!0,cell:e=>e.failed},{head:"Waived",numeric:!0,cell:e=>e.waived},{head:"Unknown",numeric:!0,cell:e=>e.unknown},{head:"Not applicable",numeric:!0,cell:e=>e.notApplicable}];function qr({deviations:e,scope:r}){return R({id:"deviations",title:"Deviations",lead:bt(e,r.recordsShown),body:e.length===0?null:i`<ol class="deviations">
            ${e.map($t)}
          </ol>`})}function bt(e,r){if(e.length>0){let o=e.some(({kind:t})=>t==="denied")?` ${wt}`:"";return`${f(N(e),"deviation")}, the gravest first.${o}`}return r===0?"No record was found, so no deviation could be found either. This is not a result: it says that nothing was looked at.":"None in the records shown. A period without any deviation deserves a question too: is everything recorded?"}var wt="A denial means that the control worked; it is listed because somebody should ask why.",kt={verification:["bad","Verification"],bypass:["bad","Bypass"],error:["bad","Decision failed"],denied:["bad","Denied"],deployment:["bad","Deployment"],"missing-result":["caution","No result"],"exception-expired":["bad","Exception not valid"],"exception-used":["caution","Exception used"],warned:["caution","Warned only"],"unsigned-by-platform":["caution","Unsigned by the platform"],unrecognised:["caution","Not recognised"],"facts-given":["caution","Facts given, not read"]};function $t(e){let[r,o]=kt[e.kind];return i`<li class="${r}">
    <p class="kicker">${g(r,o)}${e.at===null?null:i` <span>${y(e.at)}</span>`}</p>
    <h3>${e.anchor===null?e.title:i`<a href="#${e.anchor}">${e.title}</a>`}</h3>
    ${e.details.length===0?null:i`<ul>
            ${e.details.map(t=>i`<li>${t}</li>`)}
          </ul>`}
    ${e.controls.length===0?null:i`<p class="controls">Touches ${e.controls.join(", ")}</p>`}
  </li> `}function Nr({images:e}){return R({id:"images",title:"Images",lead:e.length===0?"No record names an image digest.":"From what runs back to who allowed it. A link is as strong as the one who made it, so each says who did.",body:e.map(Rt)})}function Rt({anchor:e,digest:r,names:o,sboms:t,commits:n,deployments:a}){return i`<article id="${e}" class="image">
    <h3>${o.length===0?i`Image ${$(r)}`:o.join(", ")}</h3>
    <ol class="chain">
      ${H("Digest",k(r))}
      ${H("Bill of materials",t.length===0?Y("none archived"):t.map(xt))}
      ${H("Commit",n.length===0?Y("no record links this digest to a commit"):n.map(St))}
      ${H("Deployments",a.length===0?Y("none recorded"):a.map(Mt))}
    </ol>
  </article> `}var H=(e,r)=>i`<li>
    <span class="link">${e}</span>
    <div>${r}</div>
  </li> `,Y=e=>i`<span class="absent">${e}</span>`,xt=({format:e,components:r,document:o,at:t,proof:n})=>i`<p>
      ${e}, ${r===null?"components not counted":f(r,"component")}, archived ${y(t)}
    </p>
    <details>
      <summary>Proof</summary>
      <dl class="proof">${m("Document",k(o))}</dl>
      ${I(n)}
    </details>`,St=({commit:e,saidBy:r,change:o})=>i`<p>
    ${o===null?k(e):i`<a href="#${o}">${k(e)}</a>`}
    <span class="quiet">${r}</span>${o===null?i` ${Y("no decision about this commit is shown")}`:null}
  </p>`,Mt=({environment:e,outcome:r,at:o,proof:t})=>i`<p>${e}: ${r}, ${y(o)}</p>
    <details>
      <summary>Proof</summary>
      ${I(t)}
    </details>`;function Ir({landings:e}){return R({id:"landings",title:"Protected branch",lead:e.length===0?'No commit on a protected branch was verified in the records shown. Decisions alone do not say what was merged: "proofrail merges verify" does.':"Every commit that was looked at after it landed: its content is exactly what an allowed change gives there, or it is not.",body:e.map(Ot)})}var Pt={merged:["good","As allowed"],bypass:["bad","Bypass"],excepted:["caution","Bypass, excepted"],unverified:["bad","Not verified"]};function Ot(e){let{anchor:r,commit:o,at:t,state:n,how:a,pullRequest:s,change:l,exception:d,pushedBy:c,facts:p,proof:u}=e;return i`<article id="${r}" class="landing">
    <p class="kicker">${g(...Pt[n])} <span>${y(t)}</span></p>
    <p>${k(o)}</p>
    <p class="commit">${Ct([...Et(s,l),a])}</p>
    ${d===null?null:i`<p class="commit">exception ${d}</p>`}
    <p class="commit">
      ${c===null?"it is not known who pushed it":i`pushed by ${E(c)}`}${p==="given"?i`; ${g("caution","facts given, not read")}`:null}
    </p>
    <details>
      <summary>Proof</summary>
      ${I(u)}
    </details>
  </article>`}var Ct=e=>e.map((r,o)=>o===0?r:i`: ${r}`);function Et(e,r){if(e===null)return[];let o=`Pull request ${e}`;return[r===null?o:i`<a href="#${r}">${o}</a>`]}function Br({asked:e,covered:r,recordsInLedger:o}){let n=r===null?o===0?"no record in it verifies":"no record falls in it":i`records from ${y(r.from)} to ${y(r.to)}`;return i`${Dt(e)}; ${n}`}function Dt({from:e,to:r}){if(e===null&&r===null)return i`The whole ledger`;let o=e===null?i`From the beginning`:i`From ${z(e)??y(e)}`;if(r===null)return i`${o} until the last record`;let t=U(r);return i`${o} until ${t===null?i`before ${y(r)}`:i`the end of ${t} UTC`}`}function Lr({scope:e,verification:r}){let o=_t(r);return e.recordsShown>0?[o]:Tt.has(r.outcome)?[o,jr(e)]:[jr(e),o]}var Tt=new Set(["tampered","short","unavailable"]),At={verified:["good","Verified","Every slot and record was read, its signature and digest checked, and its place in the chain."],consistent:["caution","Consistent only","Nothing contradicts itself, but no trust file says whose signatures count: whoever holds any key could have written all of it."],tampered:["bad","Tampered","At least one object is not what its signature or digest says. Read the deviations before anything else."],short:["bad","Not locked as asked","Nothing is altered or missing, but some objects can be removed before the days that are asked for are over. The deviations name them."],unavailable:["caution","Not fully read","Part of the ledger could not be read, so nothing can be said about that part."],"nothing-checked":["caution","Nothing checked","The ledger holds nothing to verify. That is not a good result; it is no result."]};function _t({outcome:e,streams:r}){let[o,t,n]=At[e];return Fr(o,t,i`<p>${n}</p>
      <ul>
        ${r.map(({stream:a,slots:s,records:l,newest:d,states:c})=>i`<li>
              Stream ${a}: ${f(l,"record")} in
              ${f(s,"slot")}${d===null?"":i`, newest ${y(d)}`}${c.length===0?"":`; ${c.join(", ")}`}
            </li>`)}
      </ul>`)}function jr({recordsInLedger:e}){return Fr("caution","Nothing to show",i`<p>${e===0?"No record of this ledger verifies, and none that does not is shown.":"No record falls into what was asked for."} That is not a good result; it is no result.</p>`)}var Fr=(e,r,o)=>i`<div class="verdict ${e}">
    <p class="word">${g(e,r)}</p>
    <div>${o}</div>
  </div>`;function Wr(e){let{scope:r,verification:o}=e;return i`<header class="masthead">
    <p class="imprint">Proofrail <span>evidence report</span></p>
    <h1>${Lt(e)}</h1>
    <p class="period">${Br(r)}</p>
    ${Lr(e)} ${Wt(e)}
    <dl class="facts">
      ${m("Ledger",k(r.ledger))}
      ${m(r.streams.length===1?"Stream":"Streams",r.streams.length===0?"none":r.streams.join(", "))}
      ${m("Assurance",Ft[r.assurance])}
      ${r.notRetained.length===0?null:m("Kept",r.notRetained.map(qt))}
      ${o.locked===null?null:m("Locked",o.locked)}
      ${m("Trust",o.trust)} ${m("Order",o.order)}
      ${m("Receipts",Nt(o))} ${m("Shown",It(r))}
      ${r.recordsShown===0?null:m("Facts",Bt(r.facts))}
      ${r.recordsShown===0?null:m("Platform",jt(r))}
    </dl>
    <p class="disclaimer">
      This page supports ${r.control===null?"work on the controls it names":i`work on control ${r.control}`}. It
      is the evidence of those who ran the pipeline, not an auditor's opinion, and it says nothing about what was never recorded.
    </p>
  </header> `}var qt=e=>i`<p>${g("caution","no archive")} ${e}: these records were written into an artifact of a run</p>`,Nt=({receipts:e})=>e===0?"none held against the ledger: only a seal would show that the end was cut off":`${f(e,"receipt")} held against the ledger`,It=({recordsShown:e,recordsInLedger:r})=>r===0?"nothing: no record verifies":`${e===0?"none":e.toLocaleString("en-GB")} of ${f(r,"record")} that verify`,Bt=({read:e,given:r})=>`${f(e,"record rests","records rest")} on facts read live, ${f(r,"record")} on facts that were handed over`;function jt({vouchedFor:e,recordsShown:r}){if(e===0)return i`<a href="#writers">unsigned by the platform</a>: only the signing key stands behind the records`;let o=r-e;return i`<a href="#writers">vouches for ${f(e,"record")}</a
    >${o===0?"":`; ${f(o,"record")} unsigned by the platform`}`}function Lt({scope:{control:e},coverage:r}){if(e===null)return i`Changes, evidence and proof`;let o=r.find(t=>t.control===e)?.title??null;return i`Evidence for ${e}${o===null?null:i`<span class="name">${o}</span>`}`}var Ft={local:"local: tamper-evident by signatures; nothing on this medium prevents deletion",locked:"locked: write-once by Object Lock in COMPLIANCE mode",versioned:"versioned: a bucket that keeps every version; no lock in COMPLIANCE mode is known",volatile:"volatile: kept in memory only"};function Wt({changes:e,deviations:r,images:o,people:t}){let[n,a,s]=["allow","provisional","deny"].map(c=>e.filter(p=>p.outcome===c).length),l=N(r),d=[[l,l===1?"deviation":"deviations"],[e.length,e.length===1?"decision":"decisions"],[n,"allowed"],[s,"denied"],...a===0?[]:[[a,"provisional"]],[o.length,o.length===1?"image":"images"],[t,t===1?"approver":"approvers"]];return i`<ul class="figures">
    ${d.map(([c,p])=>i`<li><strong>${c.toLocaleString("en-GB")}</strong> ${p}</li>`)}
  </ul>`}var se=`
:root {
  color-scheme: light dark;
  --ground: #fbfaf6; --raised: #ffffff; --sunk: #f1efe8;
  --ink: #1d1c1a; --quiet: #5c5952; --rule: #d9d5ca; --link: #0b4f6c;
  --good: #17613a; --good-ground: #e6f2ea;
  --bad: #9c1c16; --bad-ground: #fbe9e6;
  --caution: #7a4b00; --caution-ground: #fbf0d9;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Charter, Georgia, "Liberation Serif", serif;
  --sans: -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", system-ui, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14161a; --raised: #1b1e24; --sunk: #22262d;
    --ink: #e9e6df; --quiet: #a7a39a; --rule: #363b44; --link: #8cc8e6;
    --good: #7fd0a0; --good-ground: #14291e;
    --bad: #ff9f94; --bad-ground: #331a18;
    --caution: #f0c36b; --caution-ground: #2e2512;
  }
}
* { box-sizing: border-box; }
html { background: var(--ground); color: var(--ink); font: 16px/1.55 var(--sans); text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
body { margin: 0 auto; max-width: 78rem; padding: 0 clamp(1rem, 4vw, 3.5rem); overflow-wrap: break-word; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; margin: 0; }
p, ul, ol, dl, dd { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
code, pre { font-family: var(--mono); font-size: .86em; }
code.whole { overflow-wrap: anywhere; user-select: all; }
time { font-variant-numeric: tabular-nums; white-space: nowrap; }
.quiet, .absent { color: var(--quiet); }
.absent { font-style: italic; }
.skip { position: absolute; left: 1rem; top: -4rem; background: var(--raised); padding: .5rem 1rem; border: 2px solid var(--link); }
.skip:focus { top: 1rem; }

.masthead { padding: clamp(2rem, 6vw, 4.5rem) 0 2.5rem; border-bottom: 1px solid var(--rule); }
.imprint { font: 600 .8rem/1 var(--sans); letter-spacing: .09em; text-transform: uppercase; }
.imprint span { color: var(--quiet); font-weight: 400; }
h1 { font-size: clamp(2.1rem, 6vw, 3.6rem); letter-spacing: -.015em; margin: 1.1rem 0 .7rem; }
h1 .name { display: block; margin-top: .3rem; font-size: .5em; font-weight: 400; letter-spacing: 0; color: var(--quiet); }
.period { font: 1.1rem/1.5 var(--serif); color: var(--quiet); max-width: 46rem; }
.verdict { display: grid; gap: .35rem 1.75rem; margin: 2rem 0; padding: 1.15rem 1.4rem; border-left: 6px solid; border-radius: 0 4px 4px 0; }
.verdict .word { font: 600 1.5rem/1.25 var(--serif); }
.verdict .word .mark { padding: 0; background: none; font: inherit; letter-spacing: 0; }
.verdict + .verdict { margin-top: -1rem; }
.verdict ul { color: var(--ink); font-size: .92rem; margin-top: .35rem; }
.verdict.good { border-color: var(--good); background: var(--good-ground); }
.verdict.bad { border-color: var(--bad); background: var(--bad-ground); }
.verdict.caution { border-color: var(--caution); background: var(--caution-ground); }
.figures { display: flex; flex-wrap: wrap; gap: .8rem 2.75rem; margin: 0 0 2rem; }
.figures li { color: var(--quiet); font-size: .92rem; }
.figures strong { display: block; font: 500 2.1rem/1.1 var(--serif); color: var(--ink); font-variant-numeric: lining-nums tabular-nums; }
.facts { display: grid; gap: .5rem; }
.facts > div, .proof > div { display: grid; grid-template-columns: minmax(5.5rem, 8rem) minmax(0, 1fr); gap: 0 1.25rem; }
dt { color: var(--quiet); }
.disclaimer { margin-top: 1.75rem; max-width: 46rem; font: italic 1.02rem/1.55 var(--serif); color: var(--quiet); }

.columns { display: block; }
nav ul { display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; padding: 1rem 0; border-bottom: 1px solid var(--rule); }
nav a { text-decoration: none; padding: .25rem 0; display: inline-block; }
nav a:hover { text-decoration: underline; }
main { min-width: 0; }
section { padding: 3rem 0 1rem; }
h2 { font-size: clamp(1.6rem, 4vw, 2.1rem); letter-spacing: -.01em; }
h3 { font-size: 1.25rem; overflow-wrap: anywhere; }
h4 { margin: 1.4rem 0 .4rem; font: 600 .86rem/1.4 var(--mono); }
.lead { max-width: 46rem; margin: .55rem 0 1.6rem; color: var(--quiet); }

.mark { display: inline-flex; align-items: baseline; gap: .38em; padding: .1em .6em .12em .5em; border-radius: 3px; font: 600 .82rem/1.5 var(--sans); white-space: nowrap; }
.mark.good { color: var(--good); background: var(--good-ground); }
.mark.bad { color: var(--bad); background: var(--bad-ground); }
.mark.caution { color: var(--caution); background: var(--caution-ground); }
.mark.quiet { color: var(--quiet); background: var(--sunk); }
.shape { font-family: "DejaVu Sans", "Segoe UI Symbol", "Apple Symbols", var(--sans); font-size: .9em; }
.kicker { display: flex; flex-wrap: wrap; align-items: baseline; gap: .3rem .9rem; margin-bottom: .5rem; color: var(--quiet); font-size: .9rem; }

.deviations { counter-reset: deviation; border-top: 1px solid var(--rule); }
.deviations > li { counter-increment: deviation; position: relative; padding: 1.3rem 0 1.3rem 3.4rem; border-bottom: 1px solid var(--rule); }
.deviations > li::before { content: counter(deviation); position: absolute; left: 0; top: 1.1rem; width: 2.4rem; text-align: right; font: 500 1.7rem/1.2 var(--serif); color: var(--quiet); font-variant-numeric: lining-nums tabular-nums; }
.deviations ul { margin-top: .5rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: .3rem; }
.deviations ul li { padding-left: 1.1rem; position: relative; overflow-wrap: anywhere; }
.deviations ul li::before { content: "\u2013"; position: absolute; left: 0; color: var(--quiet); }
.controls { margin-top: .6rem; color: var(--quiet); font-size: .9rem; }

.change, .image, .landing { margin: 0 0 1.75rem; padding: 1.35rem clamp(1rem, 3vw, 1.75rem); background: var(--raised); border: 1px solid var(--rule); border-radius: 5px; }
.change:target, .image:target, .landing:target { border-color: var(--link); box-shadow: 0 0 0 2px var(--link); }
.commit { margin-top: .35rem; color: var(--quiet); font-size: .92rem; }
table + .change { margin-top: 1.75rem; }
.given, .error { margin-top: .6rem; }
.error { color: var(--bad); }
details { margin-top: .9rem; border-top: 1px solid var(--rule); padding-top: .75rem; }
summary { cursor: pointer; font-weight: 600; padding: .15rem 0; }
summary::marker { color: var(--quiet); }
details > details + .proof { margin-top: .9rem; border-top: 1px solid var(--rule); padding-top: .75rem; }
details > .facts { gap: .35rem; margin-top: .6rem; font-size: .92rem; }
.note { margin: .6rem 0; color: var(--quiet); font-size: .92rem; }

table { width: 100%; border-collapse: collapse; margin: .9rem 0 .4rem; font-size: .94rem; }
caption { text-align: left; color: var(--quiet); font-size: .88rem; padding-bottom: .45rem; }
thead th { text-align: left; font: 600 .78rem/1.3 var(--sans); letter-spacing: .035em; text-transform: uppercase; color: var(--quiet); border-bottom: 1.5px solid var(--ink); padding: 0 1.1rem .45rem 0; vertical-align: bottom; }
tbody th, td { text-align: left; font-weight: 400; vertical-align: top; padding: .6rem 1.1rem .6rem 0; border-bottom: 1px solid var(--rule); }
tbody tr:last-child > * { border-bottom: 0; }
th:last-child, td:last-child { padding-right: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.value { display: inline-block; min-width: 0; max-width: 100%; }
.reason { display: block; }
.reason + .reason { margin-top: .3rem; }
.rule { display: block; }
.mode { color: var(--quiet); font-size: .85rem; white-space: nowrap; }

.rules { display: grid; margin: .9rem 0 .4rem; font-size: .94rem; }
.rules li { display: grid; grid-template-columns: 8.5rem 14rem minmax(0, 1fr) minmax(0, 9rem); gap: 0 1.1rem; align-items: baseline; padding: .35rem 0; border-bottom: 1px solid var(--rule); }
.rules li:last-child { border-bottom: 0; }

.proof { display: grid; gap: .35rem; font-size: .92rem; margin-top: .5rem; }
pre { margin: .35rem 0; padding: .75rem .9rem; background: var(--sunk); border-radius: 3px; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; }
.proof code { font-size: .8rem; }
.chain { margin-top: 1rem; }
.chain > li { display: grid; grid-template-columns: minmax(6rem, 9rem) minmax(0, 1fr); gap: .2rem 1.25rem; padding: .2rem 0 1.1rem 1.4rem; border-left: 2px solid var(--rule); position: relative; }
.chain > li::before { content: ""; position: absolute; left: -6px; top: .55rem; width: 10px; height: 10px; border-radius: 50%; background: var(--raised); border: 2px solid var(--quiet); }
.chain > li:last-child { border-left-color: transparent; padding-bottom: 0; }
.chain details { border-top: 0; padding-top: 0; margin-top: .2rem; }
.link { color: var(--quiet); }
.steps { counter-reset: step; display: grid; gap: 1.1rem; max-width: 58rem; }
.steps li { counter-increment: step; position: relative; padding-left: 2.1rem; }
.steps li::before { content: counter(step) "."; position: absolute; left: 0; font-family: var(--serif); color: var(--quiet); }
footer { margin-top: 3rem; padding: 1.5rem 0 3rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: .9rem; }

@media (min-width: 48rem) {
  .verdict { grid-template-columns: auto minmax(0, 1fr); align-items: baseline; }
}
@media (min-width: 68rem) {
  .columns { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 3.5rem; }
  nav ul { position: sticky; top: 0; flex-direction: column; border: 0; padding: 3.5rem 0 0; }
}
@media (max-width: 42rem) {
  table, tbody, caption { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { display: block; padding: .8rem 0; border-bottom: 1px solid var(--rule); }
  tbody tr:last-child { border-bottom: 0; }
  tbody th, tbody td { display: grid; grid-template-columns: 4.9rem minmax(0, 1fr); gap: .75rem; padding: .18rem 0; border: 0; text-align: left; }
  tbody th::before, tbody td::before { content: attr(data-label); color: var(--quiet); font-size: .86rem; padding-top: .1rem; }
  tbody .number { text-align: left; }
  code { overflow-wrap: anywhere; }
  .rules li { grid-template-columns: minmax(0, 1fr); gap: .15rem 0; }
  .proof > div, .chain > li { grid-template-columns: minmax(0, 1fr); }
  .facts > div { grid-template-columns: 5.75rem minmax(0, 1fr); gap: 0 .75rem; }
  .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(5.6rem, 1fr)); gap: .9rem .75rem; }
  .verdict { margin: 1.5rem 0; padding: 1rem 1.1rem; }
  .deviations > li { padding-left: 2.3rem; }
  .deviations > li::before { width: 1.5rem; text-align: left; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root { --ground: #fff; --raised: #fff; --sunk: #f4f4f4; --ink: #000; --quiet: #444; --rule: #bbb; --link: #000;
    --good: #17613a; --good-ground: #fff; --bad: #9c1c16; --bad-ground: #fff; --caution: #7a4b00; --caution-ground: #fff; color-scheme: light; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  .columns { display: block; }
  .mark { padding: 0; }
  h2, h3, summary, caption { break-after: avoid; }
  tr, .rules li, .deviations > li, .proof > div { break-inside: avoid; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  a { text-decoration: none; }
}
`;function Kr({writers:e}){return R({id:"writers",title:"Who wrote the records",lead:e.length===0?"There is no record, so nobody wrote one.":"The platform signs for each record which repository, workflow and run wrote it with which key. Where it does not, only the key stands behind the record.",body:e.length===0?null:S("Records by the workflow that wrote them",Vt,e)})}var Kt=4,Vt=[{head:"Platform says",names:!0,cell:zt},{head:"Runner",cell:({platform:e})=>"runner"in e?Ut(e.runner):"not known"},{head:"Signed with",cell:({signature:e})=>Ht[e]},{head:"Runs",cell:({runs:e})=>Yt(e)},{head:"Records",numeric:!0,cell:({records:e})=>e}];function zt({platform:e}){switch(e.kind){case"verified":return i`${g("good","vouched for")} repository ${e.repository}, on ${e.event}<br />${k(e.workflow)}<br /><span
          class="quiet"
          >workflow at ${$(e.workflowCommit)}</span
        >`;case"countersigned":return i`${g("good","erased, countersigned")} repository ${e.repository}, on ${e.event}<br /><span
          class="quiet"
          >workflow at ${$(e.workflowCommit)}</span
        >`;case"unverified":return oe(e.why);case"none":return g("caution",re)}}var Ut=e=>e==="self-hosted"?g("caution","self-hosted"):e,Ht={lasting:"a key of the trust file",run:"a key that lived for one run",unchecked:"not checked: no trust file"},Yt=e=>e.length===0?i`<span class="absent">none named</span>`:e.length<=Kt?e.map(r=>i`<span class="rule">${r}</span>`):i`${e[0]??""} to ${e.at(-1)??""}, ${f(e.length,"run")}`;var Gt=new C(`<style>${se}</style>`),Jt=[["deviations","Deviations"],["changes","Changes"],["landings","Protected branch"],["images","Images"],["approvals","Approvals"],["coverage","Coverage"],["writers","Writers"],["checking","Checking"]];function Vr(e){let{control:r}=e.scope;return i`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${Ar(se)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href="data:," />
        <title>${r===null?"Proofrail evidence report":`${r}: Proofrail evidence report`}</title>
        ${Gt}
      </head>
      <body>
        <a class="skip" href="#deviations">Skip to deviations</a>
        ${Wr(e)}
        <div class="columns">
          <nav aria-label="Contents">
            <ul>
              ${Jt.map(([o,t])=>i`<li><a href="#${o}">${t}</a></li>`)}
            </ul>
          </nav>
          <main>
            ${qr(e)}${Cr(e)}${Ir(e)}${Nr(e)}${fr(e)}${_r(e)}${Kr(e)}${Tr(e)}
          </main>
        </div>
        <footer><p>Made by Proofrail from signed records. It supports an audit; it does not replace one.</p></footer>
      </body>
    </html> `.text}async function zr(e,r,o){let t=[];for(let{stream:n}of r.streams){let a=new Map;for await(let s of we(e,n,{...o,onFinding:()=>{}}))a.has(s.slot)||a.set(s.slot,await Xt(e,s)),t.push({placed:s,record:Zt(s),slotDigest:a.get(s.slot)??null})}return t}async function Xt(e,{stream:r,slot:o}){let t=await e.read(F(r,o));return t.kind==="found"?j(t.bytes):null}function Zt({statement:e,name:r}){try{return me(e,r)}catch(o){if(!(o instanceof de))throw o;return{kind:"unrecognised",predicateType:e.predicateType,subject:e.subject}}}async function Jl(e,r){let o=await ke(e,r),t=en(o),{store:n,retention:a,given:s}=await Ee(o,r),l=await Pe(n,s);if(await Te(n,o.stream,l),l.outcome==="invalid")throw on(o);let{trust:d,attachments:c}=s,p=d===void 0?{}:{trust:d,...c===void 0?{}:{attachments:c}},u=await zr(n,l,p),h={locked:a===null?null:[Oe(a),...Ce(l.waiting)].join("; "),again:Qt(o)},x=pr(u,l,he().manifest,t,h),D=Vr(x);return Re(o.out,D),{outcome:rn(l.outcome,x),json:{report:o.out,digest:j(D),selection:tn(t),shown:Ur(x),verification:Be(l,a)},text:q=>[Ie(l,a,q),"",nn(x),"",$e(o.out)].join(`
`)}}var Qt=({attachments:e,days:r,config:o})=>[...e===void 0?[]:[["--attachments",e]],...r===void 0?[]:[["--days",String(r)]],...o===void 0?[]:[["--config",".proofrail"]]];function en({control:e,stream:r,from:o,to:t}){if(e!==void 0&&W(e)===null)throw le("report/unknown-control","a control such as A.8.32 or CC8.1",e,"--control",'"proofrail controls" prints those that have a rule');if(o!==void 0&&t!==void 0&&o>=t)throw le("report/period","a period that begins before it ends",`${G(o)} to ${G(t)}`,"--from and --to","swap the two");return{...e===void 0?{}:{control:e},...r===void 0?{}:{stream:r},...o===void 0?{}:{from:o},...t===void 0?{}:{to:t}}}var rn=(e,{scope:r})=>r.recordsShown===0?fe(["invalid",e]):e;function on({ledger:e}){return le("report/nothing","a ledger that holds something","nothing",e,"check the URI; a page about nothing would look like a good one")}function le(e,r,o,t,n){return new ce(e,{expected:r,found:o,at:t,doThis:n})}var G=e=>new Date(e).toISOString(),tn=({control:e,from:r,to:o})=>({control:e??null,from:r===void 0?null:G(r),to:o===void 0?null:G(o)}),Ur=({scope:e,deviations:r,changes:o,images:t})=>({records:e.recordsShown,deviations:N(r),changes:o.length,images:t.length});function nn(e){let{records:r,deviations:o,changes:t,images:n}=Ur(e);return r===0?`${e.scope.recordsInLedger===0?"no record verifies":"no record falls into what was asked for"}: the page says so, and this is not a good result`:`${T(o,"deviation")}, ${T(t,"decision")}, ${T(n,"image")} from ${T(r,"record")}`}export{Jl as writeReport};
